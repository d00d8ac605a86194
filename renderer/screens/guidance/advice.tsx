import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from 'nhsuk-react-components';
import { useState } from 'react';
import { Setting } from '#core/domain/setting.ts';
import { Prompt } from '#core/pack/entries.ts';
import type { Pack } from '#core/pack/pack.ts';
import { LocalMark } from '../../parts/local-mark.tsx';
import { momentName } from '../../text/moments.ts';
import { settingName } from '../../text/talk.ts';

/** What to say and do, moment by moment, for the place somebody works in; and what to have in mind. */
export function GuidanceAdvice({ pack }: { readonly pack: Pack }) {
  const { t } = useLingui();
  const [setting, setSetting] = useState<Setting>('any');
  const isFor = ({ settings }: Prompt) =>
    settings === undefined || setting === 'any' || settings.includes(setting);
  return (
    <>
      <Select
        label={t`Where do you work?`}
        id="advice-setting"
        value={setting}
        onChange={(event) => setSetting(Setting.parse(event.currentTarget.value))}
      >
        {Setting.options.map((each) => (
          <Select.Option key={each} value={each}>
            {settingName(each)}
          </Select.Option>
        ))}
      </Select>
      {Prompt.shape.moment.options.map((moment) => {
        const prompts = pack.prompts.filter((each) => each.moment === moment && isFor(each));
        if (prompts.length === 0) return null;
        return (
          <details key={moment} className="reading">
            <summary>{momentName(moment)}</summary>
            <ul>
              {prompts
                .toSorted(
                  (a, b) => Number(b.settings !== undefined) - Number(a.settings !== undefined),
                )
                .map(({ id, text, settings }) => (
                  <li key={id}>
                    {text} <LocalMark pack={pack} id={id} />
                    {settings !== undefined && (
                      <small> ({settings.map(settingName).join(', ')})</small>
                    )}
                  </li>
                ))}
            </ul>
          </details>
        );
      })}
      <details className="reading">
        <summary>
          <Trans>Forms to have in mind, more than one</Trans>
        </summary>
        <ul>
          {pack.forms.map(({ id, text, hint, settingOf }) => (
            <li key={id}>
              <strong>{text}</strong>
              {settingOf !== undefined && (
                <> ({pack.forms.find((form) => form.id === settingOf)?.text})</>
              )}
              : {hint} <LocalMark pack={pack} id={id} />
            </li>
          ))}
        </ul>
      </details>
      <details className="reading">
        <summary>
          <Trans>Fields of work to have in mind</Trans>
        </summary>
        <ul>
          {pack.sectors.map(({ id, text, note }) => (
            <li key={id}>
              {text}
              {note !== undefined && <>: {note}</>} <LocalMark pack={pack} id={id} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
