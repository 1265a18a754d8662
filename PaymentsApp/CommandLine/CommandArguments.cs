namespace PaymentsApp.CommandLine;

/// <summary>The words after a command's name, taken apart.</summary>
/// <param name="Operands">As many as the command asks for.</param>
/// <param name="Values">Per option its values in order; a switch has one empty value.</param>
/// <param name="Settings">Words such as <c>--Database:Folder=/srv</c>, for the configuration.</param>
public sealed record CommandArguments(
    IReadOnlyList<string> Operands,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Values,
    IReadOnlyList<string> Settings)
{
    public bool Has(string option) => Values.ContainsKey(option);

    /// <summary>The last value of an option, or null.</summary>
    public string? Value(string option) => Values.TryGetValue(option, out var values) ? values[^1] : null;

    public IReadOnlyList<string> All(string option) => Values.TryGetValue(option, out var values) ? values : [];

    /// <returns>A sentence about the first wrong word, or null.</returns>
    public static string? TryParse(Command command, IReadOnlyList<string> words, out CommandArguments arguments)
    {
        var operands = new List<string>();
        var settings = new List<string>();
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        arguments = new CommandArguments(operands, values, settings);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word is not ['-', '-', _, ..])
            {
                operands.Add(word);
                continue;
            }

            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word : word[..equals];
            if (command.Options.FirstOrDefault(option => option.Name == name) is not { } option)
            {
                if (equals > 0 && name.Contains(':', StringComparison.Ordinal))
                {
                    settings.Add(word);
                    continue;
                }

                return $"There is no option {name}.";
            }

            if (option.ValueName is null && equals >= 0)
            {
                return $"The option {name} takes no value.";
            }

            var value = equals >= 0 ? word[(equals + 1)..] : "";
            if (option.ValueName is not null && equals < 0 && (++i == words.Count || (value = words[i]).StartsWith("--", StringComparison.Ordinal)))
            {
                return $"The option {name} needs a value: {name} {option.ValueName}.";
            }

            values[name] = [.. arguments.All(name), value];
        }

        return operands.Count switch
        {
            var count when count < command.Operands.Count => $"{command.Operands[count]} is missing.",
            var count when count > command.Operands.Count => $"“{operands[command.Operands.Count]}” is one word too many.",
            _ => null,
        };
    }
}
