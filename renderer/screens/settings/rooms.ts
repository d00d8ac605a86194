import { t } from '@lingui/core/macro';
import type { FunctionComponent } from 'react';
import type { Role, StaffMember } from '#core/domain/staff.ts';
import { CopiesRoom } from './copies-room.tsx';
import { LogRoom } from './log-room.tsx';
import { RetentionRoom } from './retention-room.tsx';
import { OwnPassword } from './own-password.tsx';
import { PeopleRoom } from './people.tsx';
import { ContentRoom } from './content-room.tsx';
import { DirectoryRoom } from './directory-room.tsx';
import { KindOfPlace } from './kind-of-place.tsx';
import { LawRoom } from './law-room.tsx';
import { LeadsReading } from './leads-reading.tsx';
import { QuestionnaireRoom } from './questionnaire-room.tsx';
import { RecoverySheetsRoom } from './recovery-sheets-room.tsx';
import { SavingRuleForm } from './saving-rule.tsx';
import { StaffNumbers } from './staff-numbers.tsx';
import { SheetLanguages } from './sheet-languages.tsx';
import { UsualSlipForm } from './usual-slip.tsx';
import { WatchRulesForm } from './watch-rules.tsx';

/** What every room of the place is handed; Back leads to the list of rooms, `onSheets` to new recovery sheets. */
export type RoomProps = {
  readonly member: StaffMember;
  readonly onSheets: () => void;
  readonly onDone: () => void;
};

type SettingsRoom = {
  readonly name: string;
  readonly title: () => string;
  /** What is decided there, in a few words. */
  readonly hint: () => string;
  /** Who finds it in the list. Whether they may is decided again by each route. */
  readonly roles: readonly Role[];
  readonly Room: FunctionComponent<RoomProps>;
};

/** One row for each room, in the order of the list. */
export const settingsRooms: readonly SettingsRoom[] = [
  {
    name: 'saving',
    title: () => t`Saved sheets`,
    hint: () => t`Whether sheets may be saved as files`,
    roles: ['safeguarding-lead'],
    Room: SavingRuleForm,
  },
  {
    name: 'languages',
    title: () => t`Languages of sheets`,
    hint: () => t`Which drafts of translations you use`,
    roles: ['safeguarding-lead'],
    Room: SheetLanguages,
  },
  {
    name: 'names',
    title: () => t`Staff on papers`,
    hint: () => t`By first name, or by a number of their profession`,
    roles: ['safeguarding-lead'],
    Room: StaffNumbers,
  },
  {
    name: 'slips',
    title: () => t`Slips`,
    hint: () => t`So that they look like your own`,
    roles: ['safeguarding-lead'],
    Room: UsualSlipForm,
  },
  {
    name: 'kind',
    title: () => t`Kind of place`,
    hint: () => t`Which questions a visit begins with`,
    roles: ['safeguarding-lead'],
    Room: KindOfPlace,
  },
  {
    name: 'closing',
    title: () => t`Closing`,
    hint: () => t`When the screen closes by itself`,
    roles: ['safeguarding-lead', 'administrator'],
    Room: WatchRulesForm,
  },
  {
    name: 'copies',
    title: () => t`Copies`,
    hint: () => t`A second place for the records, and the way back to it`,
    roles: ['safeguarding-lead', 'administrator'],
    Room: CopiesRoom,
  },
  {
    name: 'retention',
    title: () => t`How long records stay`,
    hint: () => t`Periods, and what is due to be erased`,
    roles: ['safeguarding-lead'],
    Room: RetentionRoom,
  },
  {
    name: 'log',
    title: () => t`Log`,
    hint: () => t`Who did what, checked and on paper`,
    roles: ['safeguarding-lead', 'administrator'],
    Room: LogRoom,
  },
  {
    name: 'people',
    title: () => t`People`,
    hint: () => t`Who works here, and what they may do`,
    roles: ['safeguarding-lead', 'administrator'],
    Room: PeopleRoom,
  },
  {
    name: 'leads-reading',
    title: () => t`What leads read`,
    hint: () => t`Every visit, or only what is shared with them`,
    roles: ['safeguarding-lead'],
    Room: LeadsReading,
  },
  {
    name: 'password',
    title: () => t`Your password`,
    hint: () => t`Choose another one for yourself`,
    roles: ['safeguarding-lead', 'clinician', 'administrator'],
    Room: OwnPassword,
  },
  {
    name: 'recovery-sheets',
    title: () => t`Recovery sheets`,
    hint: () => t`The way back in after a forgotten password`,
    roles: ['safeguarding-lead'],
    Room: RecoverySheetsRoom,
  },
  {
    name: 'directory',
    title: () => t`Helpers`,
    hint: () => t`Whom to call, who has checked it, and helpers of your own`,
    roles: ['safeguarding-lead', 'clinician', 'administrator'],
    Room: DirectoryRoom,
  },
  {
    name: 'law',
    title: () => t`Law`,
    hint: () => t`What the law of the country says, and who has confirmed it`,
    roles: ['safeguarding-lead', 'clinician', 'administrator'],
    Room: LawRoom,
  },
  {
    name: 'content',
    title: () => t`Content`,
    hint: () => t`Updates from a stick, trusted keys, and your own words`,
    roles: ['safeguarding-lead'],
    Room: ContentRoom,
  },
  {
    name: 'questionnaires',
    title: () => t`Questionnaires`,
    hint: () => t`Questions that you have the right to use`,
    roles: ['safeguarding-lead'],
    Room: QuestionnaireRoom,
  },
];
