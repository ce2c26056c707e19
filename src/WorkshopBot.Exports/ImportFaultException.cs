namespace WorkshopBot.Exports;

/// <summary>Leaves the reading of a file at the first thing that is wrong with it; never leaves <see cref="JsonImport"/>.</summary>
internal sealed class ImportFaultException(string fault) : Exception(fault);
