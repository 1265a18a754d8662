using System.Runtime.InteropServices;

// Figures are only worth something beside the machine and the build that gave them.
Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors");
