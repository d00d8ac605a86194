import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ConsentItem } from '#core/domain/consent.ts';
import type { GroundFacts } from '#core/domain/ground.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { type Pack, phraseText } from '#core/pack/pack.ts';

const staffLanguage = LanguageTag.parse('en');

/** A ground as it was put down: facts, reason, what went out and what was withheld. */
export function GroundNote({ facts, pack }: { readonly facts: GroundFacts; readonly pack: Pack }) {
  const nameOf = (item: ConsentItem) => phraseText(pack, staffLanguage, `item.${item}`);
  const withheld = ConsentItem.options.filter((item) => !facts.items.includes(item));
  const recipient = pack.contacts.find(({ id }) => id === facts.recipient)?.name ?? facts.recipient;
  const law = pack.jurisdictions
    .flatMap(({ statements }) => statements)
    .find(({ id }) => id === facts.law)?.text;
  return (
    <dl className="note-list">
      <Entry label={<Trans>What was seen or heard</Trans>}>{facts.facts}</Entry>
      <Entry label={<Trans>Why it could not wait</Trans>}>{facts.reason}</Entry>
      {law !== undefined && <Entry label={<Trans>What it rests on</Trans>}>{law}</Entry>}
      <Entry label={<Trans>Who is told</Trans>}>{recipient}</Entry>
      <Entry label={<Trans>What they are told</Trans>}>{facts.items.map(nameOf).join(' · ')}</Entry>
      <Entry label={<Trans>Withheld</Trans>}>{withheld.map(nameOf).join(' · ')}</Entry>
      {facts.told.kind === 'told' ? (
        <Entry label={<Trans>The person was told</Trans>}>{facts.told.words}</Entry>
      ) : (
        <Entry label={<Trans>The person was not told, because</Trans>}>{facts.told.why}</Entry>
      )}
    </dl>
  );
}

function Entry({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
