// What goes wrong in activities and clients, with its words where the codec encrypts them. Loaded by path, and so CommonJS.
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
