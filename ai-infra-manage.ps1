<#
.SYNOPSIS
Manages the Showrunner stack: the showrunner command with PowerShell's switches.
.DESCRIPTION
Every command and its help are those of the showrunner command; this script only translates switches and finds Node.
What has no switch here is written as the command itself takes it: generate script "How espresso works" --duration 45
For Windows PowerShell 5.1 and PowerShell 7 on every system.
.EXAMPLE
.\ai-infra-manage.ps1 up
.EXAMPLE
.\ai-infra-manage.ps1 logs -Service gateway -Follow -Tail 50
.EXAMPLE
.\ai-infra-manage.ps1 rebuild mpc-api -NoCache
.EXAMPLE
.\ai-infra-manage.ps1 reset -Yes
#>
[CmdletBinding(PositionalBinding = $false)]
param(
    [Parameter(Position = 0)] [string] $Command = 'help',
    [Parameter(Position = 1, ValueFromRemainingArguments = $true)] [string[]] $Arguments = @(),
    [string[]] $Service = @(),
    [switch] $All,
    [switch] $Deep,
    [switch] $Env,
    [switch] $Follow,
    [switch] $Help,
    [switch] $Json,
    [switch] $NoCache,
    [switch] $Online,
    [switch] $Raw,
    [switch] $Show,
    [switch] $Strict,
    [switch] $Yes,
    [string] $Out,
    [string] $Runtime,
    [string] $Since,
    [Alias('n')] [string] $Tail,
    [string] $Timeout
)

# What each switch is called by the showrunner command. -Service adds names where the command takes names.
$Flags = @{
    All     = '--all'
    Deep    = '--deep'
    Env     = '--env'
    Follow  = '--follow'
    Help    = '--help'
    Json    = '--json'
    NoCache = '--no-cache'
    Online  = '--online'
    Out     = '--out'
    Raw     = '--raw'
    Runtime = '--runtime'
    Show    = '--show'
    Since   = '--since'
    Strict  = '--strict'
    Tail    = '--tail'
    Timeout = '--timeout'
    Yes     = '--yes'
}

$node = Get-Command -Name node -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
if ($null -eq $node) {
    [Console]::Error.WriteLine('x There is no Node on the PATH, and showrunner is run by Node.')
    [Console]::Error.WriteLine('  fix   install Node 18 or newer, then open a new PowerShell and run this again:')
    [Console]::Error.WriteLine('          Windows  winget install OpenJS.NodeJS.LTS')
    [Console]::Error.WriteLine('          others   https://nodejs.org/en/download')
    exit 127
}

$argv = @($Command) + $Arguments + $Service
foreach ($name in $PSBoundParameters.Keys) {
    if (-not $Flags.ContainsKey($name)) { continue }
    $value = $PSBoundParameters[$name]
    if ($value -isnot [switch]) { $argv += @($Flags[$name], $value) }
    elseif ($value.IsPresent) { $argv += $Flags[$name] }
}
# Before 7.3, PowerShell hands quotation marks inside an argument on as they are, and the program loses them.
if ($PSVersionTable.PSVersion -lt [version] '7.3') {
    $argv = @($argv | ForEach-Object { $_ -replace '(\\*)"', '$1$1\"' })
}

# The script itself where this is a link to it, or to another link.
$script = Get-Item -LiteralPath $PSCommandPath -Force
while ($script.LinkType -eq 'SymbolicLink') {
    $target = @($script.Target)[0]
    if (-not [System.IO.Path]::IsPathRooted($target)) { $target = Join-Path -Path $script.DirectoryName -ChildPath $target }
    $script = Get-Item -LiteralPath $target -Force
}
$bootstrap = Join-Path -Path (Join-Path -Path $script.DirectoryName -ChildPath 'runtime') -ChildPath 'bootstrap.mjs'
& $node.Path $bootstrap @argv
exit $LASTEXITCODE
