import { FormattedList } from 'react-intl';
import { type Message } from '../translations/translator';
import { useTranslate } from '../translations/useTranslate';

/** Several short statements in one sentence: "3 missing, 1 stale". */
export function WordList({ messages }: { messages: Message[] }) {
  const translate = useTranslate();
  return <FormattedList type="unit" value={messages.map(({ key, values }) => translate(key, values))} />;
}
