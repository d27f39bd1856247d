import { Badge, Flex, Typography } from '@strapi/design-system';
import type { Collection, Run } from '../../../../server/src/contract';
import { isActive } from '../../api/overview';
import { Banner } from '../../components/Banner';
import { FactList } from '../../components/FactList';
import { Panel } from '../../components/Panel';
import { type AllowedActions } from '../../permissions';
import { PurgeDecision } from '../../runs/PurgeDecision';
import { RepairButton } from '../../runs/RepairButton';
import { RunProgress } from '../../runs/RunProgress';
import { KIND_LABELS, STATUS_BADGES } from '../../runs/run-status';
import { useTranslate } from '../../translations/useTranslate';
import { isRepairable } from './lists-differences';
import { useRunFacts } from './useRunFacts';

interface RunPanelProps {
  run: Run;
  /** `undefined` while it is not known, or no longer there. */
  collection: Collection | undefined;
  allowed: AllowedActions;
  now: number;
}

/** The facts of a run and its outcome; while it is on, how far it is. */
export function RunPanel({ run, collection, allowed, now }: RunPanelProps) {
  const translate = useTranslate();
  const facts = useRunFacts(run, collection, now);
  const { tone, label } = STATUS_BADGES[run.status];
  return (
    <Panel title={translate('run.numbered', { kind: translate(KIND_LABELS[run.kind]), id: String(run.id) })}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Badge variant={tone}>{translate(label)}</Badge>
        {collection && isRepairable(run, collection) ? (
          <RepairButton collection={collection} checkId={run.id} allowed={allowed} />
        ) : null}
      </Flex>
      {run.status === 'awaiting-confirmation' && collection ? (
        <PurgeDecision collection={collection} run={run} allowed={allowed} />
      ) : isActive(run) ? (
        <RunProgress name={collection?.displayName ?? run.uid} run={run} allowed={allowed} />
      ) : run.error === null ? null : (
        <Banner
          tone={run.status === 'failed' ? 'danger' : 'warning'}
          title={translate(run.status === 'failed' ? 'run.error' : 'run.left')}
        >
          <Typography textColor="neutral800">{run.error}</Typography>
        </Banner>
      )}
      <FactList facts={facts} />
    </Panel>
  );
}
