import type { ProjectSettings } from '../../project/projectSettings.js';
import { readSettings } from './settings.js';
import type { Visibility } from './visibility.js';

/** What the project needs to know of the user's settings and switches. */
export function projectSettings(visibility: Visibility): ProjectSettings {
  const { coder, suggestions, maximumLength, learns, growsAtEdges } = readSettings();
  return {
    coder,
    sensitivity: suggestions,
    maxLength: maximumLength,
    enabledCodes: enabledCodes(visibility),
    learns,
    growsAtEdges,
  };
}

/** Switching off only hides; switching on makes suggestions for a code that its codebook leaves off. */
function enabledCodes(visibility: Visibility): ReadonlyMap<string, boolean> {
  return new Map([...visibility.choices].filter(([, on]) => on));
}
