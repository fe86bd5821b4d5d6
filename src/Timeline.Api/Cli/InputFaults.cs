using Timeline.Api.Http.Problems;

namespace Timeline.Api.Cli;

/// <summary>Tells at the console what is wrong with an input.</summary>
public static class InputFaults
{
    /// <summary>Runs and returns 0; prints the faults and returns 1 where a problem ends it.</summary>
    public static int Report(Action act)
    {
        try
        {
            act();
            return 0;
        }
        catch (ProblemException problem)
        {
            Console.Error.WriteLine(problem.Detail ?? problem.Title);
            foreach (var fault in problem.Faults)
            {
                var line = fault.Line is { } number ? $"line {number}: " : "";
                Console.Error.WriteLine($"  {line}{fault.Pointer}: {fault.Detail}");
            }

            return 1;
        }
    }
}
