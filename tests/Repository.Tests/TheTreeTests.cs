using Slipstream.Repository.Tests.Reading;
using Slipstream.Repository.Tests.Rules;

namespace Slipstream.Repository.Tests;

/// <summary>The rules of the house, held against the checkout that the tests were built from.</summary>
public sealed class TheTreeTests
{
    [Fact]
    public void Projects_reference_only_what_the_arrows_allow() => Require(new ArrowRule());

    [Fact]
    public void An_outside_package_is_referenced_by_exactly_one_project() => Require(new OneProjectPerPackageRule());

    [Fact]
    public void Every_central_package_version_is_used_or_pins_what_comes_with_another() => Require(new PackageVersionRule());

    [Fact]
    public void Native_calls_and_the_sdk_of_AWS_stay_in_their_own_projects() => Require(new OwnedCodeRule());

    [Fact]
    public void Each_stage_has_a_short_program_a_Dockerfile_and_a_README() => Require(new StageFilesRule());

    [Fact]
    public void Images_have_an_exchangeable_base_no_root_an_exec_entry_point_and_their_tag() => Require(new DockerfileRule());

    [Fact]
    public void Images_are_built_from_files_that_are_there_and_sent() => Require(new BuildContextRule());

    [Fact]
    public void The_variables_in_a_stages_README_are_those_it_reads() => Require(new VariablesTableRule());

    [Fact]
    public void Committed_files_are_plain_text_and_binaries_are_few() => Require(new TextFormRule());

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() => Require(new MachinePathRule());

    [Fact]
    public void Lock_files_hold_no_addresses() => Require(new LockFileRule());

    [Fact]
    public void Source_files_are_short_and_hold_one_type_of_their_name() => Require(new SourceFormRule());

    [Fact]
    public void What_others_can_see_of_src_is_documented() => Require(new DocumentationRule());

    [Fact]
    public void Decisions_are_numbered_of_one_form_and_listed() => Require(new DecisionRule());

    [Fact]
    public void Links_between_documents_lead_somewhere() => Require(new LinkRule());

    private static void Require(IRule rule)
    {
        var breaches = rule.Breaches(SourceTree.OfThisRepository).ToList();
        if (breaches.Count > 0)
        {
            Assert.Fail($"{string.Join('\n', breaches)}\n{rule.Advice}");
        }
    }
}
