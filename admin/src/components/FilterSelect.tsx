import { Box, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useTranslate } from '../translations/useTranslate';

interface FilterSelectProps<T extends string> {
  label: string;
  /** What the select says while everything is shown. */
  everything: string;
  options: { value: T; label: string }[];
  value: T | undefined;
  /** Is called without a value when everything is to be shown. */
  onChange: (value: T | undefined) => void;
}

/** Narrows a list down to one value, or to none. */
export function FilterSelect<T extends string>({ label, everything, options, value, onChange }: FilterSelectProps<T>) {
  const translate = useTranslate();
  return (
    <Box minWidth="18rem">
      <SingleSelect
        size="S"
        aria-label={label}
        placeholder={everything}
        clearLabel={translate('filter.clear', { name: label })}
        value={value ?? null}
        onChange={(chosen) => onChange(options.find((option) => option.value === chosen)?.value)}
        onClear={() => onChange(undefined)}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}
