namespace Timeline.Api.Tests;

public class Placeholder
{
    [Fact]
    public void Builds() => Assert.NotEmpty(typeof(Placeholder).Assembly.GetReferencedAssemblies());
}
