import { Typography, type TypographyProps } from '@strapi/design-system';

/** Small print below what it belongs to. It may break into lines, where the design system keeps a table's texts on one. */
export function Note({ children, textColor = 'neutral600' }: Pick<TypographyProps, 'children' | 'textColor'>) {
  return (
    <Typography variant="pi" textColor={textColor} style={{ whiteSpace: 'normal' }}>
      {children}
    </Typography>
  );
}
