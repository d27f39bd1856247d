import { Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { RunItem } from '../../../../server/src/contract';
import { useComparison } from '../../api/useComparison';
import { Loaded } from '../../components/Loaded';
import { useTranslate } from '../../translations/useTranslate';
import { ComparisonView } from './ComparisonView';

/** Two columns of texts want more room than the design system's dialogs have. */
const Wide = styled(Modal.Content)`
  max-width: min(120rem, 95vw);
`;

interface ComparisonDialogProps {
  item: RunItem;
  documentId: string;
  uid: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Both sides of one document, as they are at this moment. */
export function ComparisonDialog({ item, documentId, uid, open, onOpenChange }: ComparisonDialogProps) {
  const translate = useTranslate();
  return (
    <Modal.Root open={open} onOpenChange={onOpenChange}>
      <Wide aria-describedby={undefined}>
        <Modal.Header closeLabel={translate('compare.close')}>
          <Modal.Title>{item.id}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Comparisons item={item} documentId={documentId} uid={uid} />
        </Modal.Body>
      </Wide>
    </Modal.Root>
  );
}

/** Mounted, and so looked up, only while the dialog is open. */
function Comparisons({ item, documentId, uid }: Pick<ComparisonDialogProps, 'item' | 'documentId' | 'uid'>) {
  const translate = useTranslate();
  const comparisons = useComparison(uid, documentId);
  return (
    <Loaded query={comparisons}>
      {(all) => {
        const comparison = all.find(({ id, index }) => id === item.id && index === item.index);
        if (!comparison) return <Typography textColor="neutral800">{translate('compare.gone')}</Typography>;
        return <ComparisonView comparison={comparison} />;
      }}
    </Loaded>
  );
}
