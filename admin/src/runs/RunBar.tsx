import { ProgressBar } from '@strapi/design-system';
import { styled } from 'styled-components';

/** The design system's bar in the width of its place, in colours that stand out from a table. */
const Bar = styled(ProgressBar)`
  width: 100%;
  background-color: ${({ theme }) => theme.colors.neutral200};

  & > div {
    background-color: ${({ theme }) => theme.colors.primary600};
  }
`;

interface RunBarProps {
  /** `null` while nobody knows how much there is to do. */
  percent: number | null;
  label: string;
  valueText: string;
}

/** The design system draws the value and keeps it from assistive technology, so it is said here as well. */
export function RunBar({ percent, label, valueText }: RunBarProps) {
  return <Bar value={percent} aria-label={label} aria-valuenow={percent ?? undefined} aria-valuetext={valueText} />;
}
