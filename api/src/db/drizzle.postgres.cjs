module.exports = require('./schema').makeSchema(require('./schema/kit').postgresKit)
