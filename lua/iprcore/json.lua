--- JSON for reports and command lines: core's reader and writer as they are.
return require("iprcore.core").json
