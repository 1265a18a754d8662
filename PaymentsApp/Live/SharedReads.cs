using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PaymentsApp.Data;

namespace PaymentsApp.Live;

/// <summary>
/// One query for all screens that a change wakes at the same moment and that ask for the same. Shared is only what a
/// <see cref="LiveComponent"/> reloads; whatever a person asks for is read for that person. An answer is shared while it
/// cannot have been overtaken: its query began after the last published change, and less than <see cref="KeepFor"/> ago.
/// Rights are no part of an answer: who asks has had them read before, and says by the scope what may be seen.
/// </summary>
public sealed class SharedReads(PaymentFeed feed, IDbContextFactory<AppDbContext> contexts, TimeProvider time)
{
    /// <summary>Different answers kept at once; whoever asks for more of them reads alone.</summary>
    public const int AnswersMax = 256;

    /// <summary>Longest use of an answer, for what changes without a message: a process that has lost its connection.</summary>
    public static readonly TimeSpan KeepFor = TimeSpan.FromSeconds(1);

    private static readonly AsyncLocal<bool> Reloading = new();

    private Answers _answers = new(-1, 0);

    /// <summary>From here to the end of the calling async method, what is read may be shared.</summary>
    public static void AllowHere() => Reloading.Value = true;

    /// <summary>The answer of the query, its own or that of another screen.</summary>
    /// <param name="db">What the query reads from when it is not shared.</param>
    /// <param name="scope">People with the same one may see the same; null: everything.</param>
    /// <param name="asked">Everything else that the answer depends on; compared by value.</param>
    /// <param name="read">The query. It is given a context that outlives the asking screen, and must use no other.</param>
    /// <param name="cancel">Stops waiting; a shared query goes on for the others.</param>
    public Task<T> ReadAsync<T>(
        AppDbContext db, string? scope, object asked, Func<AppDbContext, CancellationToken, Task<T>> read, CancellationToken cancel)
    {
        var answers = Reloading.Value ? Current() : null;
        if (answers is null || answers.ByQuestion.Count >= AnswersMax)
        {
            return read(db, cancel);
        }

        // On the pool: SQLite answers synchronously, and those who wait for the same must not hold a thread each.
        var question = (read.Method, scope, asked);
        var answer = answers.ByQuestion.GetOrAdd(question, _ => new Lazy<Task>(() => Task.Run(() => ReadAloneAsync(read), CancellationToken.None)));
        return WaitAsync((Task<T>)answer.Value);

        async Task<T> WaitAsync(Task<T> task)
        {
            try
            {
                return await task.WaitAsync(cancel);
            }
            catch (Exception) when (task.IsFaulted)
            {
                answers.ByQuestion.TryRemove(KeyValuePair.Create<object, Lazy<Task>>(question, answer));
                throw; // whoever tries again asks the database
            }
        }
    }

    private async Task<T> ReadAloneAsync<T>(Func<AppDbContext, CancellationToken, Task<T>> read)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        return await read(db, CancellationToken.None);
    }

    // The number is read before any query begins, so an answer is never taken for newer than it is.
    private Answers Current()
    {
        var published = feed.Published;
        var answers = Volatile.Read(ref _answers);
        if (answers.Published >= published && time.GetElapsedTime(answers.Since) < KeepFor)
        {
            return answers;
        }

        var fresh = new Answers(published, time.GetTimestamp());
        var found = Interlocked.CompareExchange(ref _answers, fresh, answers);
        return ReferenceEquals(found, answers) || found.Published < published ? fresh : found;
    }

    private sealed record Answers(long Published, long Since)
    {
        public ConcurrentDictionary<object, Lazy<Task>> ByQuestion { get; } = new();
    }
}
