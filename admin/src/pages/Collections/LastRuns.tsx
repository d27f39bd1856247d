import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Collection, Run } from '../../../../server/src/contract';
import { FineLine } from '../../components/FineLine';
import { Note } from '../../components/Note';
import { RelativeTime } from '../../components/RelativeTime';
import { WordList } from '../../components/WordList';
import { TEXT_COLORS } from '../../format/tone';
import { runPath } from '../../paths';
import { KIND_LABELS } from '../../runs/run-status';
import { runMoment } from '../../runs/run-result';
import { useTranslate } from '../../translations/useTranslate';
import { lastRunNews } from './last-run-news';

/** When the last update and the last check were, and how they ended where the row does not say so elsewhere. */
export function LastRuns({ collection: { lastUpdate, lastCheck }, now }: { collection: Collection; now: number }) {
  const translate = useTranslate();
  const runs = [lastUpdate, lastCheck].filter((run) => run !== null);
  if (runs.length === 0) return <Typography textColor="neutral600">{translate('lastRuns.never')}</Typography>;
  return (
    <Flex direction="column" alignItems="flex-start">
      {runs.map((run) => (
        <LastRun key={run.id} run={run} now={now} />
      ))}
    </Flex>
  );
}

function LastRun({ run, now }: { run: Run; now: number }) {
  const translate = useTranslate();
  const moment = runMoment(run);
  const news = lastRunNews(run);
  return (
    <>
      <FineLine>
        <Link tag={NavLink} to={runPath(run.id)}>
          {translate(KIND_LABELS[run.kind])}
        </Link>{' '}
        {moment === null ? null : <RelativeTime at={moment} now={now} />}
      </FineLine>
      {news === null ? null : (
        <Note textColor={TEXT_COLORS[news.tone]}>
          <WordList messages={news.messages} />
        </Note>
      )}
    </>
  );
}
