import { Field, TextInput } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { type SettingsValues } from './settings-values';

interface ConnectionFieldProps {
  name: keyof SettingsValues;
  label: string;
  hint: string;
  type: 'url' | 'password';
  disabled: boolean;
  placeholder?: string;
}

/** A field of the form around it, which keeps its value and its error. */
export function ConnectionField({ name, label, hint, type, disabled, placeholder }: ConnectionFieldProps) {
  const { value, error, onChange } = useField<string | null>(name);
  return (
    <Field.Root name={name} hint={hint} error={error}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        type={type}
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        placeholder={placeholder}
        disabled={disabled}
        value={value ?? ''}
        onChange={onChange}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
