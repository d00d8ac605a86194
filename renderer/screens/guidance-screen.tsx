import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useMemo, useState } from 'react';
import { staffLanguage } from '#core/domain/language.ts';
import { reportReading } from '#core/ipc/watch-channels.ts';
import { inStaffLanguage } from '#core/pack/staff-words.ts';
import { call } from '../client.ts';
import { createGuidanceSearch } from '../hooks/guidance-search.ts';
import { type PublicReading, useReading } from '../hooks/use-reading.ts';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { StaffLanguage } from '../parts/staff-language.tsx';
import { GuidanceAdvice } from './guidance/advice.tsx';
import { GuidanceChecklist } from './guidance/checklist.tsx';
import { GuidanceFind } from './guidance/find.tsx';
import { GuidanceNumbers } from './guidance/numbers.tsx';
import { GuidancePanel } from './guidance/panel.tsx';
import { GuidancePublicSheets } from './guidance/public-sheets.tsx';
import { GuidanceQuestionnaires } from './guidance/questionnaires.tsx';

/** Reading for staff, without signing in: it holds nothing about any person. */
export function GuidanceScreen({ onDone }: { readonly onDone: () => void }) {
  const { t } = useLingui();
  const reading = useReading();
  const [isUnseen, setIsUnseen] = useState(false);
  useEffect(() => {
    void call(reportReading, { reading: 'begun' });
    return () => void call(reportReading, { reading: 'ended' });
  }, []);
  // The letters of other languages come with their sentences, and hold up nothing before.
  const hasAllLanguages = reading?.ok === true && reading.value.hasAllLanguages;
  useEffect(() => {
    if (hasAllLanguages) void import('../styles/sheet-fonts.ts');
  }, [hasAllLanguages]);

  if (!isUnseen || reading === undefined || !reading.ok) {
    return (
      <Page
        heading={t`Can anybody else see this screen?`}
        actions={
          <>
            <Button secondary type="button" onClick={onDone}>
              <Trans>Yes, go back</Trans>
            </Button>
            <Button type="button" className="page__actions-end" onClick={() => setIsUnseen(true)}>
              <Trans>No, go on</Trans>
            </Button>
          </>
        }
      >
        <Problem error={reading?.ok === false ? reading.error : undefined} />
        <p>
          <Trans>What follows is for staff. Nothing you read here is kept.</Trans>
        </p>
        <p>
          <Trans>
            F9, or Shift three times, covers it with a page about health. Any four digits and Enter
            bring it back.
          </Trans>
        </p>
      </Page>
    );
  }
  return <GuidanceDesk reading={reading.value} onDone={onDone} />;
}

function GuidanceDesk({
  reading,
  onDone,
}: {
  readonly reading: PublicReading;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const [readsIn, setReadsIn] = useState(staffLanguage);
  const theirs = useMemo((): PublicReading => {
    if (readsIn === staffLanguage) return reading;
    const pack = inStaffLanguage(reading.pack, readsIn);
    return { ...reading, pack, search: createGuidanceSearch(pack) };
  }, [reading, readsIn]);
  const { pack, hasAllLanguages } = theirs;
  const rooms = [
    { name: t`Find`, room: <GuidanceFind reading={theirs} /> },
    { name: t`Before a visit`, room: <GuidanceChecklist pack={pack} /> },
    { name: t`Advice`, room: <GuidanceAdvice pack={pack} /> },
    { name: t`Point and answer`, room: hasAllLanguages && <GuidancePanel pack={pack} /> },
    { name: t`Numbers`, room: <GuidanceNumbers pack={pack} /> },
    { name: t`For everybody`, room: <GuidancePublicSheets pack={pack} /> },
    { name: t`Questionnaires`, room: <GuidanceQuestionnaires pack={pack} /> },
  ];
  const [at, setAt] = useState(0);
  return (
    <Page
      heading={rooms[at]?.name ?? ''}
      actions={
        <Button secondary type="button" onClick={onDone}>
          <Trans>Back</Trans>
        </Button>
      }
    >
      <nav className="rooms" aria-label={t`Parts of the reading`}>
        {rooms.map(({ name }, index) => (
          <Button
            key={name}
            type="button"
            small
            secondary={index !== at}
            aria-pressed={index === at}
            onClick={() => setAt(index)}
          >
            {name}
          </Button>
        ))}
      </nav>
      <div className="reading-language">
        <StaffLanguage pack={pack} value={readsIn} onChange={setReadsIn} />
      </div>
      {rooms[at]?.room}
    </Page>
  );
}
