import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkboxes } from 'nhsuk-react-components';
import type { LanguageTag } from '#core/domain/language.ts';
import { isDraftLanguage } from '#core/pack/offered-languages.ts';
import type { Pack } from '#core/pack/pack.ts';

/** Which drafts a place uses, with what a draft is. Read languages are offered without being asked for. */
export function DraftLanguages({
  pack,
  chosen,
  onChange,
}: {
  readonly pack: Pack;
  readonly chosen: readonly LanguageTag[];
  readonly onChange: (chosen: readonly LanguageTag[]) => void;
}) {
  const { t } = useLingui();
  const drafts = pack.manifest.languages.filter(({ tag }) => isDraftLanguage(pack, tag));
  return (
    <>
      <p>
        <Trans>
          These translations are drafts: nobody who speaks the language has read them yet. A draft
          can have mistakes. Choose only languages you need, and have a speaker you trust read them
          first. What the person carries does not show that it is a draft.
        </Trans>
      </p>
      <Button type="button" small secondary onClick={() => onChange(drafts.map(({ tag }) => tag))}>
        <Trans>Choose all</Trans>
      </Button>
      <Checkboxes
        legend={t`Languages of sheets`}
        legendProps={{ className: 'nhsuk-u-visually-hidden' }}
        idPrefix="draft-language"
        name="draft-language"
        className="draft-languages"
        small
      >
        {drafts.map(({ tag, englishName }) => (
          <Checkboxes.Item
            key={tag}
            value={tag}
            checked={chosen.includes(tag)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...chosen, tag]
                  : chosen.filter((other) => other !== tag),
              )
            }
          >
            {englishName}
          </Checkboxes.Item>
        ))}
      </Checkboxes>
    </>
  );
}
