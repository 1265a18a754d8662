namespace PaymentsApp.Domain.Sums;

/// <summary>Writes down the sets behind a sum that was found stage by stage, one group of amounts to a stage.</summary>
internal static class StageWalk
{
    /// <summary>Every step goes only where a set is, so there are no dead ends and the work is that of writing.</summary>
    /// <param name="groups">In the order of the stages; later ones are taken from first, as much as possible.</param>
    /// <param name="target">A sum that the stages reach.</param>
    /// <param name="reaches">Whether the first so many groups have a set with this sum.</param>
    /// <param name="max">Stops after so many sets.</param>
    public static List<int[]> Run(IReadOnlyList<AmountGroup> groups, long target, Func<int, long, bool> reaches, int max)
    {
        var found = new List<int[]>();
        var take = new int[groups.Count];
        var rest = new long[groups.Count + 1];
        rest[groups.Count] = target;
        var stage = groups.Count;
        Enter();
        while (stage <= groups.Count)
        {
            if (stage == 0)
            {
                found.Add([.. take]);
                if (found.Count == max)
                {
                    break;
                }

                stage++;
            }
            else if (Next())
            {
                stage--;
                Enter();
            }
            else
            {
                stage++;
            }
        }

        return found;

        void Enter()
        {
            if (stage > 0)
            {
                take[stage - 1] = (int)Math.Min(groups[stage - 1].Count, rest[stage] / groups[stage - 1].Value) + 1;
            }
        }

        bool Next()
        {
            while (--take[stage - 1] >= 0)
            {
                rest[stage - 1] = rest[stage] - (take[stage - 1] * groups[stage - 1].Value);
                if (reaches(stage - 1, rest[stage - 1]))
                {
                    return true;
                }
            }

            take[stage - 1] = 0;
            return false;
        }
    }
}
