namespace Timeline.Extraction.Tests;

public class Placeholder
{
    [Fact]
    public void Builds() => Assert.NotEmpty(typeof(Placeholder).Assembly.GetReferencedAssemblies());
}
