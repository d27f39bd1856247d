import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { type Overview } from '../../api/overview';
import { Banner } from '../../components/Banner';
import { ProblemList } from '../../components/ProblemList';
import { PATHS } from '../../paths';
import { type AllowedActions } from '../../permissions';
import { useTranslate } from '../../translations/useTranslate';

interface OverviewBannersProps {
  overview: Overview;
  allowed: AllowedActions;
}

/** What stands in the way of all collections at once: said in words, with what to do. */
export function OverviewBanners({ overview, allowed }: OverviewBannersProps) {
  const translate = useTranslate();
  const { engine, config } = overview.status;
  const toSettings = allowed.editSettings ? (
    <Link tag={NavLink} to={PATHS.settings}>
      {translate('banner.openSettings')}
    </Link>
  ) : undefined;

  return (
    <>
      {!engine.reachable || engine.error !== null ? (
        <Banner
          tone="danger"
          title={translate(engine.reachable ? 'banner.engineRefuses.title' : 'banner.engineAway.title')}
          action={toSettings}
        >
          <Typography tag="p" textColor="neutral800" fontWeight="semiBold">
            {engine.error}
          </Typography>
          <Typography tag="p" textColor="neutral700">
            {translate(engine.reachable ? 'banner.engineRefuses.advice' : 'banner.engineAway.advice')}
          </Typography>
        </Banner>
      ) : null}
      {config.problems.length > 0 ? (
        <Banner
          tone="warning"
          title={translate('banner.problems.title', { count: config.problems.length })}
          action={toSettings}
        >
          {allowed.editSettings ? (
            <Typography textColor="neutral700">{translate('banner.problems.advice')}</Typography>
          ) : (
            <ProblemList problems={config.problems} />
          )}
        </Banner>
      ) : null}
    </>
  );
}
