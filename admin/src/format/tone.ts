/** How good or bad something is; also the design system's name of a badge that says so. */
export type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'danger';

/** The colour of a text that says so. */
export const TEXT_COLORS = {
  neutral: 'neutral600',
  primary: 'primary600',
  success: 'success600',
  warning: 'warning600',
  danger: 'danger600',
} as const satisfies Record<Tone, string>;
