import { useLingui } from '@lingui/react/macro';
import { Textarea } from 'nhsuk-react-components';
import { useState } from 'react';
import { LegalRule } from '#core/domain/law-confirmation.ts';
import { confirmLaw, type LawListing } from '#core/ipc/law-channels.ts';
import { call } from '../../client.ts';
import { Choice } from '../../parts/choice.tsx';
import { KeepPage } from '../../parts/keep-page.tsx';
import { isSaid, nobodyToday, WhoAndWhenFields } from '../../parts/who-and-when.tsx';
import type { Explicable } from '../../text/explain.ts';
import { ruleName } from '../../text/law.ts';

/** One statement of the law, confirmed as it stands or as it holds here. */
export function LawForm({
  title,
  law,
  onDone,
}: {
  readonly title: string;
  readonly law: LawListing;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const [text, setText] = useState(law.confirmation?.text ?? law.packText);
  const [rule, setRule] = useState<LegalRule>(law.confirmation?.rule ?? law.packRule);
  const [who, setWho] = useState(nobodyToday);
  const [error, setError] = useState<Explicable>();

  async function keep(): Promise<void> {
    if (!isSaid(who)) return;
    const { law: id, packText } = law;
    const reply = await call(confirmLaw, {
      law: id,
      packText,
      text,
      rule,
      confirmedBy: who.by,
      confirmedOn: who.on,
    });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  return (
    <KeepPage
      heading={title}
      keep={t`This is the law here`}
      canKeep={isSaid(who) && text.trim() !== ''}
      error={error}
      onBack={onDone}
      onKeep={() => void keep()}
    >
      <p className="nhsuk-inset-text">{law.toConfirm}</p>
      <Textarea
        label={t`As it holds here`}
        id="law-text"
        rows={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Choice
        name="law-rule"
        legend={t`In short, the law`}
        options={LegalRule.options.map((value) => ({ value, label: ruleName(value) }))}
        value={rule}
        onChoose={setRule}
      />
      <WhoAndWhenFields
        id="law"
        label={t`Who confirmed it?`}
        hint={t`For example a lawyer or an authority.`}
        value={who}
        onChange={setWho}
      />
    </KeepPage>
  );
}
