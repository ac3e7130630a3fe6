/** Up to so many people have their whole names over their columns; more of them want all the width there is. */
export const WIDE_TEAM = 8;
