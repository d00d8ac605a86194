// The screens that come after the first. They are no part of the first load, which a shared
// machine feels at every start (docs/adr/0009); they are fetched as soon as it stands.
import { createElement, type FunctionComponent, lazy } from 'react';

/** What is already there is shown in the same breath; React's own `lazy` would blink first. */
function onDemand<Props extends object>(
  fetchScreen: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> & { readonly ready: () => Promise<void> } {
  let screen: FunctionComponent<Props> | undefined;
  const get = async () => (screen = await fetchScreen());
  const Later = lazy(async () => ({ default: await get() }));
  const Screen = (props: Props) => createElement<Props>(screen ?? Later, props);
  return Object.assign(Screen, { ready: async () => void (await get()) });
}

export const CaseScreen = onDemand(
  async () => (await import('./screens/case-screen.tsx')).CaseScreen,
);
export const FindScreen = onDemand(
  async () => (await import('./screens/find-screen.tsx')).FindScreen,
);
export const ClockScreen = onDemand(
  async () => (await import('./screens/clock-screen.tsx')).ClockScreen,
);
export const GoBackToCopy = onDemand(
  async () => (await import('./screens/going-back/go-back-to-copy.tsx')).GoBackToCopy,
);
export const ConsultationScreen = onDemand(
  async () => (await import('./screens/visit/consultation.tsx')).ConsultationScreen,
);
export const DebriefScreen = onDemand(
  async () => (await import('./screens/debrief-screen.tsx')).DebriefScreen,
);
export const ReferralScreen = onDemand(
  async () => (await import('./screens/referral-screen.tsx')).ReferralScreen,
);
export const DueScreen = onDemand(async () => (await import('./screens/due-screen.tsx')).DueScreen);
export const GuidanceScreen = onDemand(
  async () => (await import('./screens/guidance-screen.tsx')).GuidanceScreen,
);
export const HomeScreen = onDemand(
  async () => (await import('./screens/home-screen.tsx')).HomeScreen,
);
export const PinScreen = onDemand(async () => (await import('./screens/pin-screen.tsx')).PinScreen);
export const RecoverScreen = onDemand(
  async () => (await import('./screens/recover-screen.tsx')).RecoverScreen,
);
export const RecoverySheetsScreen = onDemand(
  async () => (await import('./screens/recovery-sheets-screen.tsx')).RecoverySheetsScreen,
);
export const SettingsScreen = onDemand(
  async () => (await import('./screens/settings-screen.tsx')).SettingsScreen,
);
export const SetUpScreen = onDemand(
  async () => (await import('./screens/set-up-screen.tsx')).SetUpScreen,
);
export const VisitScreen = onDemand(
  async () => (await import('./screens/visit-screen.tsx')).VisitScreen,
);

/**
 * Has the screens at hand before somebody asks for them: before a sign-in those that come next, and
 * afterwards the others, which take memory that nobody needs on the first screen.
 */
export async function fetchScreens(isSignedIn: boolean): Promise<void> {
  const next = [PinScreen, HomeScreen, GuidanceScreen];
  const later = [
    VisitScreen,
    FindScreen,
    CaseScreen,
    DueScreen,
    ConsultationScreen,
    DebriefScreen,
    ReferralScreen,
    SettingsScreen,
    RecoverySheetsScreen,
    ClockScreen,
  ];
  await Promise.all((isSignedIn ? later : next).map((screen) => screen.ready()));
}
