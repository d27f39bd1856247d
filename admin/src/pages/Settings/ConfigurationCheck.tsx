import { Typography } from '@strapi/design-system';
import type { ConfigProblem } from '../../../../server/src/contract';
import { ProblemList } from '../../components/ProblemList';
import { useTranslate } from '../../translations/useTranslate';
import { Panel } from '../../components/Panel';

export function ConfigurationCheck({ problems }: { problems: ConfigProblem[] }) {
  const translate = useTranslate();
  return (
    <Panel title={translate('settings.problems.title')}>
      {problems.length === 0 ? (
        <Typography textColor="neutral700">{translate('settings.problems.none')}</Typography>
      ) : (
        <>
          <Typography textColor="neutral700">{translate('settings.problems.advice')}</Typography>
          <ProblemList problems={problems} />
        </>
      )}
    </Panel>
  );
}
