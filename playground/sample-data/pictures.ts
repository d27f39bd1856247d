/** Pictures that lie in `public/pictures` and that ads show. */
export const pictures = {
  office: 'A desk with a screen and a plant',
  laboratory: 'Flasks on a bench',
  workshop: 'Gears of a machine',
  counter: 'Cups on a counter',
  stage: 'A stage between curtains',
  field: 'Rows of a field under the sun',
  house: 'Houses in a row',
  bedroom: 'A bed under a window',
  kitchen: 'A kitchen with a table',
  desk: 'A desk below a shelf',
} satisfies Record<string, string>;

export type PictureKey = keyof typeof pictures;

export const pictureKeys = Object.keys(pictures) as PictureKey[];

/** Every picture is an SVG of this size in pixels. */
export const PICTURE_SIZE = { width: 640, height: 360 } as const;
