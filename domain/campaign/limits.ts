/** What a campaign may ask of the server. Temporal starts 16 follow-ups a second on two cores; a burst beyond 20 only queues up. */
export const mostStartsPerSecond = 20;
/** An event names every appeal of its wave, and must stay a few dozen kilobytes. Waves without days between them follow at once. */
export const mostInAWave = 500;
export const longestWaveIntervalDays = 366;
/** Every State under every treaty that is kept is 4,290. */
export const mostTargets = 5_000;
/** No more than fit into the time between two Treaty Events. */
export const mostReminders = 6;
export const longestReminderDays = 300;
export const mostDeliveryDays = 90;
