import { getFetchClient } from '@strapi/strapi/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Run } from '../../../server/src/contract';
import { type ApiError } from './api-error';
import { type Client, createClient } from './client';
import { type Overview, withRun } from './overview';
import { OVERVIEW_KEY } from './useOverview';
import { RUNS_KEY } from './useRuns';

interface RunMutation<Variables> {
  call: (client: Client, variables: Variables) => Promise<Run>;
  onSuccess: (run: Run) => void;
  onError: (error: ApiError) => void;
}

/** A call that starts or changes a run; the run it answers with is shown at once. */
export function useRunMutation<Variables = void>({ call, onSuccess, onError }: RunMutation<Variables>) {
  const queries = useQueryClient();
  return useMutation<Run, ApiError, Variables>({
    mutationFn: async (variables) => {
      const run = await call(createClient(getFetchClient()), variables);
      // A look that began before the answer would show the past again.
      await queries.cancelQueries({ queryKey: OVERVIEW_KEY });
      queries.setQueryData<Overview>(OVERVIEW_KEY, (overview) => overview && withRun(overview, run));
      return run;
    },
    // Given here and not to `mutate`: what shows the run may be gone by then, and its own callbacks with it.
    onSuccess,
    onError,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: OVERVIEW_KEY });
      void queries.invalidateQueries({ queryKey: RUNS_KEY });
    },
  });
}
