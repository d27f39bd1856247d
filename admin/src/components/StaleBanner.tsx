import { Typography } from '@strapi/design-system';
import { type ApiError } from '../api/api-error';
import { useTranslate } from '../translations/useTranslate';
import { ActionButton } from './ActionButton';
import { Banner } from './Banner';

interface StaleBannerProps {
  error: ApiError;
  loading: boolean;
  onRetry: () => void;
}

/** Stands above what comes from an earlier look, since the last one failed. */
export function StaleBanner({ error, loading, onRetry }: StaleBannerProps) {
  const translate = useTranslate();
  return (
    <Banner
      tone="warning"
      title={translate('banner.stale.title')}
      action={
        <ActionButton variant="tertiary" unavailable={null} loading={loading} onClick={onRetry}>
          {translate('load.retry')}
        </ActionButton>
      }
    >
      <Typography textColor="neutral800">{error.message}</Typography>
    </Banner>
  );
}
