/**
 * Whether anything about the person may be on the screen. It starts armed, opens only when
 * a member of staff has confirmed that nobody else can see or hear, and arms itself again
 * whenever that may have changed (R47). The main process keeps it, so that no page can
 * open it by going somewhere.
 */
export type PrivacyGate =
  | { readonly kind: 'armed' }
  /** For one visit, with the person. */
  | { readonly kind: 'open' }
  /** For staff who prepare at the desk, without the person: a visit stays closed. */
  | { readonly kind: 'staff-only' };

export type PrivacyEvent =
  | { readonly kind: 'ConfirmedAlone' }
  | { readonly kind: 'ConfirmedStaffOnly' }
  | {
      readonly kind: 'Interrupted';
      readonly by: 'lock' | 'cover' | 'break' | 'leaving' | 'another-visit';
    };

export const armedGate: PrivacyGate = { kind: 'armed' };

export function stepGate(_gate: PrivacyGate, event: PrivacyEvent): PrivacyGate {
  switch (event.kind) {
    case 'ConfirmedAlone':
      return { kind: 'open' };
    case 'ConfirmedStaffOnly':
      return { kind: 'staff-only' };
    default:
      return armedGate;
  }
}
