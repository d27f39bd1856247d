import { findExecutable, isExecutable } from './find-executable';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'Chromium', 'Google Chrome'];
const USUAL_PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/Applications/Chromium.app/Contents/MacOS',
  '/Applications/Google Chrome.app/Contents/MacOS',
];

/** Path of an installed Chromium: `CHROMIUM_BIN`, else one found on the PATH or where they usually lie. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_BIN;
  if (given) {
    if (isExecutable(given)) return given;
    throw new Error(`CHROMIUM_BIN names ${given}, which cannot be executed.`);
  }
  return findExecutable(NAMES, USUAL_PLACES);
}
