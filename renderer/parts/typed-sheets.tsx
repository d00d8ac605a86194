import { useLingui } from '@lingui/react/macro';
import { Textarea } from 'nhsuk-react-components';

export type TypedSheets = readonly [string, string];

/** Two recovery sheets, typed as they are printed. Nothing is put right or remembered by the page. */
export function TypedSheetsFields({
  sheets,
  onChange,
}: {
  readonly sheets: TypedSheets;
  readonly onChange: (sheets: TypedSheets) => void;
}) {
  const { t } = useLingui();
  const [first, second] = sheets;
  const plain = {
    rows: 3,
    autoComplete: 'off',
    autoCapitalize: 'none',
    spellCheck: false,
    lang: 'en',
    dir: 'ltr',
  } as const;
  return (
    <>
      <Textarea
        {...plain}
        label={t`The 15 words of one sheet`}
        hint={t`In their order, with a space between them. The first four letters are enough.`}
        id="sheet-1"
        value={first}
        onChange={(event) => onChange([event.currentTarget.value, second])}
      />
      <Textarea
        {...plain}
        label={t`The 15 words of another sheet`}
        id="sheet-2"
        value={second}
        onChange={(event) => onChange([first, event.currentTarget.value])}
      />
    </>
  );
}
