import { Link } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { Collection, Run } from '../../../../server/src/contract';
import { type Fact } from '../../components/FactList';
import { runPath } from '../../paths';
import { describeTrigger } from '../../runs/describe-trigger';
import { describeDuration, runSeconds } from '../../runs/duration';
import { KIND_LABELS } from '../../runs/run-status';
import { type Message } from '../../translations/translator';
import { useTranslate } from '../../translations/useTranslate';
import { countFacts, DEPTH_LABELS } from './run-facts';

/** Everything that is known of a run, in words; nothing about what is not. */
export function useRunFacts(run: Run, collection: Collection | undefined, now: number): Fact[] {
  const intl = useIntl();
  const translate = useTranslate();
  const say = ({ key, values }: Message) => translate(key, values);
  const moment = (at: string | number) => intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'medium' });
  const seconds = runSeconds(run, now);

  const facts: (Fact | null)[] = [
    { name: translate('column.name'), value: collection?.displayName ?? run.uid },
    { name: translate('fact.startedBy'), value: say(describeTrigger(run.trigger)) },
    run.startedAt === null ? null : { name: translate('column.started'), value: moment(run.startedAt) },
    run.finishedAt === null ? null : { name: translate('fact.ended'), value: moment(run.finishedAt) },
    seconds === null ? null : { name: translate('column.duration'), value: say(describeDuration(seconds)) },
    run.stamp === null ? null : { name: translate('fact.stamp'), value: moment(run.stamp) },
    run.depth === null ? null : { name: translate('fact.depth'), value: translate(DEPTH_LABELS[run.depth]) },
    run.checkId === null
      ? null
      : {
          name: translate('fact.check'),
          value: (
            <Link tag={NavLink} to={runPath(run.checkId)}>
              {translate('run.numbered', { kind: translate(KIND_LABELS.check), id: String(run.checkId) })}
            </Link>
          ),
        },
    ...countFacts(run).map(({ label, count }) => ({ name: translate(label), value: intl.formatNumber(count) })),
  ];
  return facts.filter((fact) => fact !== null);
}
