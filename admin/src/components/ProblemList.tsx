import { Flex, Typography } from '@strapi/design-system';
import type { ConfigProblem } from '../../../server/src/contract';
import { useTranslate } from '../translations/useTranslate';

/** Problems of the configuration: where, what was found, what would be right. */
export function ProblemList({ problems }: { problems: ConfigProblem[] }) {
  const translate = useTranslate();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {problems.map(({ path, given, allowed }) => (
        <li key={`${path} ${given}`}>
          <Typography tag="code" fontWeight="bold" textColor="neutral800">
            {path}
          </Typography>
          <Typography tag="p" textColor="neutral700">
            {translate('problem.sentence', { given, allowed })}
          </Typography>
        </li>
      ))}
    </Flex>
  );
}
