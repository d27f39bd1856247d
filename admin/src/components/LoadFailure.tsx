import { Button, EmptyStateLayout } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import { type ApiError } from '../api/api-error';
import { useTranslate } from '../translations/useTranslate';

interface LoadFailureProps {
  error: ApiError;
  loading: boolean;
  onRetry: () => void;
}

/** Stands where the content would, when there is none to show. */
export function LoadFailure({ error, loading, onRetry }: LoadFailureProps) {
  const translate = useTranslate();
  return (
    <div role="alert">
      <EmptyStateLayout
        icon={<WarningCircle width="6rem" height="6rem" fill="danger600" />}
        content={translate('load.failed', { error: error.message })}
        action={
          <Button variant="secondary" startIcon={<ArrowClockwise />} loading={loading} onClick={onRetry}>
            {translate('load.retry')}
          </Button>
        }
      />
    </div>
  );
}
