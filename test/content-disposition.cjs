// On Node 20 jest cannot require() an ES module, which content-disposition 3 is. @fastify/static asks for it when a
// file is sent as a download, which we never do through it.
exports.create = () => 'attachment';
