-- A sentence about the machine that figures were measured on.
local function first_line(command)
  local p = assert(io.popen(command))
  local line = p:read("l")
  p:close()
  return line or ""
end

return function(lua)
  local cpu = first_line("sed -n 's/^model name[^:]*: //p' /proc/cpuinfo")
  local gb = (tonumber(first_line("awk '/MemTotal/ { print $2 }' /proc/meminfo")) or 0) / 1048576
  return ("%s, %s processors, load average %s, %.0f GB, %s, %s, %s"):format(cpu,
    first_line("getconf _NPROCESSORS_ONLN"), first_line("cut -d' ' -f2 /proc/loadavg"), gb,
    first_line("uname -sr"), first_line("cc --version"),
    first_line(lua .. " -v 2>&1"):match("^Lua %S+") or "Lua")
end
