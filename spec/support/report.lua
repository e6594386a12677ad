-- Busted output handler: the plain terminal's, then one line "N passed, N failed"
-- (errors count as failed) that run.sh adds to the C tests' counts.
return function(options)
  local busted = require "busted"
  local handler = require "busted.outputHandlers.plainTerminal"(options)
  busted.subscribe({ "suite", "end" }, function()
    io.write(("busted: %d passed, %d failed\n"):format(handler.successesCount,
      handler.failuresCount + handler.errorsCount))
    return nil, true
  end)
  return handler
end
