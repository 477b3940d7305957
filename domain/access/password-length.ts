/** Characters, as people count them. ASVS 5.0 asks for 8 and recommends 15; nothing else is asked of a password. */
export const shortestPassword = 12;
export const longestPassword = 256;
