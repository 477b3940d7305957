export const Recommendation = () => null;
