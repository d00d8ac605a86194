import { z } from 'zod';

// The policy of the pages forbids code made at run time, which zod's fast path is. Imported
// before anything that parses.
z.config({ jitless: true });
