import { Button, type ButtonProps } from '@strapi/design-system';
import { Explained } from './Explained';

interface ActionButtonProps extends Pick<
  ButtonProps,
  'children' | 'loading' | 'size' | 'startIcon' | 'type' | 'variant'
> {
  /** What a screen reader says, where the visible words alone do not name the thing acted on. */
  label?: string;
  /** Why the button does nothing now; shown on hover and focus. `null` when it works. */
  unavailable: string | null;
  onClick?: () => void;
}

/** A button that says why it is off. It keeps the focus while it is, so that keyboards and screen readers can find the reason. */
export function ActionButton({ label, unavailable, loading = false, onClick, ...button }: ActionButtonProps) {
  const off = unavailable !== null || loading;
  return (
    <Explained reason={unavailable}>
      <Button
        {...button}
        aria-label={label}
        aria-description={unavailable ?? undefined}
        aria-disabled={off}
        aria-busy={loading}
        onClick={(event) => {
          if (off) event.preventDefault();
          else onClick?.();
        }}
      />
    </Explained>
  );
}
