import { useState } from 'react';
import { suggestPassword } from '#core/ipc/vault-channels.ts';
import { call } from '../client.ts';

/** Six words by chance from the main process, once somebody asks for them. */
export function useSuggestion(): {
  readonly suggestion: string | undefined;
  readonly suggest: () => void;
} {
  const [suggestion, setSuggestion] = useState<string>();
  return {
    suggestion,
    suggest: () =>
      void call(suggestPassword, null).then((reply) => {
        if (reply.ok) setSuggestion(reply.value.password);
      }),
  };
}
