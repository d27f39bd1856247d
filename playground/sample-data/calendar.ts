const DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1000;

/** The day the sample data were last edited on, fixed so that the same seed gives the same data on every day. */
export const REFERENCE_DAY = new Date('2026-09-01T12:00:00Z');

export const addDays = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY_IN_MILLISECONDS);

/** As in `2027-03-01`, in UTC. */
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/** The first day of a month: `monthsAhead` after the month of `date`. */
export const firstOfMonth = (date: Date, monthsAhead: number): string =>
  isoDay(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsAhead, 1)));

/** The first day of the next such month (1 to 12) that begins after `date`. */
export function nextMonth(date: Date, month: number): string {
  const isOver = date.getUTCMonth() + 1 >= month;
  return isoDay(new Date(Date.UTC(date.getUTCFullYear() + (isOver ? 1 : 0), month - 1, 1)));
}
