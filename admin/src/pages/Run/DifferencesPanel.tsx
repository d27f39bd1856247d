import { Flex, Typography } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { type Collection, type Run, VERDICTS } from '../../../../server/src/contract';
import { useRunItems } from '../../api/useRuns';
import { FilterSelect } from '../../components/FilterSelect';
import { ListPage } from '../../components/ListPage';
import { Loaded } from '../../components/Loaded';
import { chosen, type PageQuery, pageRequest } from '../../components/page-query';
import { Panel } from '../../components/Panel';
import { useTranslate } from '../../translations/useTranslate';
import { DifferenceTable } from './DifferenceTable';
import { VERDICT_BADGES } from './describe-item';
import { listsOnly, noDifference } from './lists-differences';

interface DifferencesQuery extends PageQuery {
  verdict?: string;
}

interface DifferencesPanelProps {
  run: Run;
  collection: Collection | undefined;
}

/** The documents that a check found different, or a repair took care of. */
export function DifferencesPanel({ run, collection }: DifferencesPanelProps) {
  const translate = useTranslate();
  const [{ query }, setQuery] = useQueryParams<DifferencesQuery>();
  const verdict = chosen(query.verdict, VERDICTS);
  const items = useRunItems(run, { ...pageRequest(query), verdict });
  const isEmpty = verdict === undefined && items.data?.pagination.total === 0;

  return (
    <Panel title={translate('differences.title')}>
      {isEmpty ? null : (
        <Flex role="search" aria-label={translate('differences.filters')}>
          <FilterSelect
            label={translate('column.verdict')}
            everything={translate('filter.anyVerdict')}
            options={VERDICTS.map((value) => ({ value, label: translate(VERDICT_BADGES[value].label) }))}
            value={verdict}
            onChange={(chosenVerdict) => setQuery({ verdict: chosenVerdict, page: '1' })}
          />
        </Flex>
      )}
      <Loaded query={items}>
        {(page) => (
          <ListPage
            page={page}
            empty={<Typography textColor="neutral700">{translate(noDifference(run, verdict))}</Typography>}
          >
            {(rows) => (
              <Flex direction="column" alignItems="stretch" gap={4}>
                {verdict === undefined && listsOnly(run, page.pagination.total) ? (
                  <Typography tag="p" textColor="neutral700">
                    {translate('differences.partial', { count: page.pagination.total })}
                  </Typography>
                ) : null}
                <DifferenceTable items={rows} uid={run.uid} collection={collection} />
              </Flex>
            )}
          </ListPage>
        )}
      </Loaded>
    </Panel>
  );
}
