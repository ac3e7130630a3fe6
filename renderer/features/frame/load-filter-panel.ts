import type { ComponentType } from 'react';

export const loadFilterPanel = (): Promise<ComponentType> =>
  import('./filter-panel.tsx').then(({ FilterPanel }) => FilterPanel);
