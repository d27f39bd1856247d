import { Tooltip } from '@strapi/design-system';
import { type ReactNode, useState } from 'react';

interface ExplainedProps {
  /** What is said on hover and focus; `null` for nothing. */
  reason: string | null;
  children: ReactNode;
}

/**
 * A tooltip that may have nothing to say. The design system's own remounts its child when the label comes or goes, so that
 * the child loses the focus, and overwrites its `data-state`, by which a switch is coloured.
 */
export function Explained({ reason, children }: ExplainedProps) {
  const [pointedAt, setPointedAt] = useState(false);
  return (
    <Tooltip label={reason ?? ' '} open={pointedAt && reason !== null} onOpenChange={setPointedAt}>
      <span>{children}</span>
    </Tooltip>
  );
}
