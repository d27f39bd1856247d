import { removeScratchDirectories } from './scratch-directory';
import { stopEverything } from './supervised-process';

const INTERRUPTED = 130;

let ending: Promise<never> | undefined;

/** Whether the program is on its way out: what ends now was asked to. */
export function isEnding(): boolean {
  return ending !== undefined;
}

/**
 * Stops every process that was started, removes the scratch directories that are left, and ends this process. Safe to call
 * again while it is at work.
 */
export function endProgram(exitCode: number): Promise<never> {
  ending ??= stopEverything()
    .then(removeScratchDirectories)
    .catch(console.error)
    .then(() => process.exit(exitCode));
  return ending;
}

/** Runs a program that leaves nothing behind, whether it fails, is interrupted, or is told to end. */
export function runProgram(main: () => Promise<void>): void {
  const interrupt = () => void endProgram(INTERRUPTED);
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  main().catch((error: unknown) => {
    if (isEnding()) return;
    console.error(error instanceof Error ? error.message : error);
    void endProgram(1);
  });
}
